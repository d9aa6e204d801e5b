"""The fast path: the same site as `mkdocs build`, byte for byte, in a fraction of the time.

It changes nothing in what is published and could be deleted: `generator.site.mkdocs` would go the
stock way for every page. Whatever is not plainly known here goes that way anyhow; and as soon as
anything is wrong, the whole site does, so that faults are told by MkDocs alone.

- `inline`, `blocks`, `lists`, `table`, `section`, `direct`: Markdown straight to HTML.
- `known`, `written`, `skeleton`: templates filled in with what is the same on many pages.
- `matter`: the front matter that `pages.frontmatter` writes, without a reader of YAML.
- `loop`: the page loop, in forked processes.
"""
