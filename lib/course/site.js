// A table of contents is open where it stands beside the text; "/" leads to the search box.
"use strict";
for (const contents of document.querySelectorAll("nav.toc details")) {
    contents.open = matchMedia("(min-width: 62rem)").matches;
}
document.addEventListener("keydown", event => {
    const box = document.querySelector("input[type=search]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || document.activeElement === box) return;
    event.preventDefault();
    box.focus();
});
