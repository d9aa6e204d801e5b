"""Communiqué: raw captures become releases, releases become pages, pages become a site."""
