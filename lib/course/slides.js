"use strict";
// Gives each slide the largest text and picture that fit, and no line of code that is broken; shows one at a time.
const slides = [...document.querySelectorAll(".slide")];
// Of the usual sizes, in hundredths: text; and code and tables, which may be smaller to keep their lines whole.
const LARGEST = 124, USUAL = 100, SMALLEST = 60, THINNEST = 78;
let now = 0;

// How wide the text of code or a table is, and how wide it may be.
function widths(each, body) {
  if (each.tagName !== "PRE") return [each.offsetWidth, body.clientWidth];
  const all = document.createRange();
  all.selectNodeContents(each);
  return [all.getBoundingClientRect().width, each.clientWidth - 2 * parseFloat(getComputedStyle(each).paddingLeft)];
}

function narrow(body, fit) {
  for (const each of body.querySelectorAll("pre, table")) {
    each.classList.remove("broken");
    for (let size = 100; ; size--) {
      const whole = size * fit >= 100 * THINNEST;
      each.style.setProperty("--narrow", whole ? size / 100 : 1);
      each.classList.toggle("broken", !whole);
      const [width, room] = widths(each, body);
      if (width <= room || !whole) break;
      size = Math.min(size, Math.ceil(size * room / width));
    }
  }
}

// Whether all fits with text of that size; a picture takes what the text leaves.
function fits(body, fit) {
  body.style.setProperty("--fit", fit / 100);
  narrow(body, fit);
  const picture = body.querySelector("figure img");
  if (!picture) return body.scrollHeight <= body.clientHeight && body.scrollWidth <= body.clientWidth;
  const { least, most } = picture.dataset;
  picture.style.height = "0";
  const used = body.lastElementChild.getBoundingClientRect().bottom - body.getBoundingClientRect().top;
  const room = Math.floor(body.clientHeight - used);
  picture.style.height = `${Math.max(0, Math.min(most, room))}px`;
  return room >= (fit > USUAL ? most : least) && body.scrollWidth <= body.clientWidth;
}

for (const slide of slides) {
  const body = slide.querySelector(".body");
  for (let fit = LARGEST; fit >= SMALLEST && !fits(body, fit); fit -= 2);
}

function show(place) {
  now = Math.max(0, Math.min(slides.length - 1, place));
  slides.forEach((slide, index) => slide.classList.toggle("now", index === now));
  history.replaceState(null, "", `#${now + 1}`);
}

function later() {
  return slides[now].querySelector(".later");
}

function forward() {
  if (later()) later().classList.remove("later");
  else show(now + 1);
}

function resize() {
  document.body.style.setProperty("--scale", Math.min(innerWidth / 1280, innerHeight / 720));
}

const KEYS = {
  ArrowRight: forward, ArrowDown: forward, PageDown: forward, " ": forward, Enter: forward,
  ArrowLeft: () => show(now - 1), ArrowUp: () => show(now - 1), PageUp: () => show(now - 1), Backspace: () => show(now - 1),
  Home: () => show(0), End: () => show(slides.length - 1),
  n: () => document.body.classList.toggle("told"),
  o: () => document.body.classList.toggle("show"),
  f: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
};

addEventListener("keydown", event => {
  const act = KEYS[event.key];
  if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
});
addEventListener("click", event => {
  if (document.body.classList.contains("show") && !event.target.closest("a, .notes")) forward();
});
addEventListener("resize", resize);
document.querySelectorAll(".fragment").forEach(part => part.classList.add("later"));
document.body.classList.add("show");
resize();
show(Number(location.hash.slice(1)) - 1 || 0);
