"""The picture that other sites show: drawn without a network, the same for the same archive."""

from __future__ import annotations

import io

from PIL import Image

from generator.site.picture import SIZE, draw, poster

SHOWN = poster("Communiqué", "An archive", "5 releases", [[1, 9], [4]])


def test_it_is_a_small_png_of_the_size_that_sites_ask_for() -> None:
    """1200 by 630, under 50 kB, and not empty."""
    made = draw(SHOWN)
    image = Image.open(io.BytesIO(made))

    assert (image.format, image.size) == ("PNG", SIZE)
    assert len(made) < 50_000
    assert len(image.convert("RGB").getcolors() or ()) > 4


def test_the_same_archive_gives_the_same_bytes() -> None:
    """And another one another picture."""
    assert draw(SHOWN) == draw(SHOWN)
    assert draw(SHOWN) != draw(poster("Communiqué", "An archive", "5 releases", [[1, 9]]))


def test_an_archive_without_a_day_has_a_picture_too() -> None:
    """No release, one release, words too long for a line."""
    assert draw(poster("N", "S", "No release is held yet", []))
    assert draw(poster("N", "S " * 200, "F", [[1]]))
