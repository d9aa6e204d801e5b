// Elements, made with text that is only ever text.

export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

export const number = (count) => count.toLocaleString("en");

export const counted = (count) => `${number(count)} ${count === 1 ? "release" : "releases"}`;

export const listed = (names, joint = "or") =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${joint} ${names.at(-1)}`;

// Nodes with commas between them.
export const joined = (nodes, joint) => nodes.flatMap((node, at) => (at ? [at === nodes.length - 1 ? ` ${joint} ` : ", ", node] : [node]));
