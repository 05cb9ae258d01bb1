"use strict";
// Makes what is too much for its slide smaller, down to 60 %, and what leaves room larger; shows one slide at a time.
const slides = [...document.querySelectorAll(".slide")];
let now = 0;

for (const slide of slides) {
  const body = slide.querySelector(".body");
  const most = Math.floor(slide.dataset.largest * 50) * 2;
  for (let fit = most; fit >= 60; fit -= 2) {
    body.style.setProperty("--fit", fit / 100);
    if (body.scrollHeight <= body.clientHeight && body.scrollWidth <= body.clientWidth) break;
  }
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
