"""The finished site: run MkDocs and Pagefind, inspect what they made, swap it in whole."""
