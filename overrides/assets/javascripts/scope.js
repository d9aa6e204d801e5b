// Material for MkDocs (MIT), partials/javascripts/base.html: where the site begins and how its
// settings are kept. The site's address is taken from this file's own.
__md_scope = new URL("../..", document.currentScript.src);
__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
__md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(scope.pathname + "." + key));
__md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value));
  } catch (error) {
    // Storage may be full or forbidden: the setting then lasts for this page.
  }
};
