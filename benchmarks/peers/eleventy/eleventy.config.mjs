// The same Markdown at its fastest: one layout, links resolved by Markdown's own normaliser.
const SECTIONS = ["releases", "chronology", "people", "events", "data", "method", "about"];

export default function (config) {
  config.addGlobalData("layout", "base.njk");
  config.addGlobalData("sections", SECTIONS);
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  config.amendLibrary("md", (markdown) => {
    const normal = markdown.normalizeLink;
    markdown.normalizeLink = (address) => normal(address.replace(/^([^:]*)\.md(?=#|$)/, "../$1/"));
  });
  return { dir: { input: "src", output: "site" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
