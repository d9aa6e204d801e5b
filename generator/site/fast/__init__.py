"""The fast path: the same site as `mkdocs build`, byte for byte, in a fraction of the time.

It changes nothing in what is published and could be deleted: `generator.site.mkdocs` would go the
stock way for every page. Whatever is not plainly known here goes that way anyhow; and as soon as
anything is wrong, the whole site does, so that faults are told by MkDocs alone.

- `inline`, `blocks`, `section`, `direct`: the Markdown that our own templates write, straight to HTML.
- `matter`: the front matter that `pages.frontmatter` writes, without a reader of YAML.
- `loop`: the page loop, in forked processes.
"""
