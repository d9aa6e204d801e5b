"""How a release is cited: one work, in the styles of three manuals and the formats of programs."""
