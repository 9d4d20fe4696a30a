// What the page does beyond being read: it says what a part of a picture is, sets a table in a picture's place, and hands
// both out as files, from what stands in the page itself. Without it the page says the same.
"use strict";
{
  const find = (selector, inside = document) => inside.querySelector(selector);
  const findAll = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const tip = find("#tip");
  const voice = find("#voice");

  // Words of the parts of pictures: by pointer, by touch, by arrow keys.

  let shown = null;

  // The words move out of the title, which a browser would show a second time.
  const words = (mark) => {
    const title = find("title", mark);
    if (title) {
      mark.dataset.words = title.textContent;
      title.remove();
    }
    return mark.dataset.words;
  };

  const hide = () => {
    shown?.classList.remove("shown");
    shown = null;
    tip.hidden = true;
    voice.textContent = "";
  };

  // Above the mark and touching it, so that a pointer can cross over; below it where there is no room.
  const place = () => {
    const mark = shown.getBoundingClientRect();
    const picture = shown.closest(".picture").getBoundingClientRect();
    const middle = (Math.max(mark.left, picture.left) + Math.min(mark.right, picture.right)) / 2;
    const most = document.documentElement.clientWidth - tip.offsetWidth - 8;
    const above = mark.top - tip.offsetHeight;
    tip.style.left = `${Math.max(8, Math.min(middle - tip.offsetWidth / 2, most)) + scrollX}px`;
    tip.style.top = `${(above < 0 ? mark.bottom : above) + scrollY}px`;
  };

  const show = (mark) => {
    if (mark === shown) return;
    hide();
    shown = mark;
    mark.classList.add("shown");
    tip.textContent = words(mark);
    tip.style.left = tip.style.top = "0";
    tip.hidden = false;
    place();
  };

  document.addEventListener("pointerover", ({ target }) => {
    if (target.matches?.(".marks rect")) show(target);
    else if (shown && !tip.contains(target) && !shown.closest(".picture").matches(":focus-visible")) hide();
  });
  document.addEventListener("scroll", () => shown && place(), true);
  addEventListener("resize", hide);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());

  // The nearest mark of the next row below (way 1) or above (-1), if there is one.
  const beyond = (marks, way) => {
    const middle = (mark) => {
      const { x, y, width, height } = mark.getBBox();
      return [x + width / 2, y + height / 2];
    };
    const [x, y] = middle(shown);
    const far = (mark) => (middle(mark)[1] - y) * way * 1000 + Math.abs(middle(mark)[0] - x);
    return marks.filter((mark) => (middle(mark)[1] - y) * way > 2).sort((a, b) => far(a) - far(b))[0];
  };

  const steps = {
    ArrowRight: (marks) => marks[marks.indexOf(shown) + 1],
    ArrowLeft: (marks) => marks[marks.indexOf(shown) - 1],
    ArrowDown: (marks) => beyond(marks, 1),
    ArrowUp: (marks) => beyond(marks, -1),
    Home: (marks) => marks[0],
    End: (marks) => marks.at(-1),
  };

  for (const picture of findAll(".picture")) {
    const marks = findAll(".marks rect", picture);
    if (!marks.length) continue;
    picture.setAttribute("role", "application");
    picture.addEventListener("focus", () => picture.matches(":focus-visible") && show(marks[0]));
    picture.addEventListener("blur", hide);
    picture.addEventListener("keydown", (event) => {
      if (!(event.key in steps)) return;
      event.preventDefault();
      const mark = picture.contains(shown) ? (steps[event.key](marks) ?? shown) : marks[0];
      mark.scrollIntoView({ block: "nearest", inline: "nearest" });
      show(mark);
      voice.textContent = words(mark);
    });
  }

  // A picture or its table.

  const view = (figure, as) => {
    figure.dataset.view = as;
    find("details", figure).open = as === "table";
    for (const button of findAll("button", figure)) button.setAttribute("aria-pressed", button.value === as);
    hide();
  };
  for (const figure of findAll("figure:has(details)")) view(figure, "picture");
  for (const part of findAll(".with-script")) part.hidden = false;

  // Files.

  const tables = JSON.parse(find("#tables").textContent);

  const save = (name, blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  // The picture as its file has it, with its title, and for a picture of dots with the letters.
  const svg = (name, style = "") => {
    const whole = find(`#chart-${name} .picture > svg`).cloneNode(true);
    const [, top, width, height] = whole.getAttribute("viewBox").split(" ").map(Number);
    whole.setAttribute("height", top + height);
    whole.setAttribute("viewBox", `0 0 ${width} ${top + height}`);
    const text = new XMLSerializer().serializeToString(whole).replace(">", `>${style}`);
    return new Blob([text], { type: "image/svg+xml" });
  };

  const files = {
    csv: async (name) => new Blob([tables[name]], { type: "text/csv" }),
    svg: async (name) => svg(name),
    png: async (name) => {
      const image = new Image();
      image.src = URL.createObjectURL(svg(name, find("#letters").outerHTML));
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(image.src);
      return new Promise((done) => canvas.toBlob(done));
    },
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("figure button");
    if (button) view(button.closest("figure"), button.value);
    const link = event.target.closest("a[download]")?.getAttribute("href") ?? "";
    const [, folder, name, ending] = link.match(/^(charts|tables)\/([\w-]+)\.(\w+)$/) ?? [];
    if (!folder || (folder === "tables" && !(name in tables))) return;
    event.preventDefault();
    files[ending](name).then((blob) => save(`${name}.${ending}`, blob));
  });

  // Where the reader is.

  const links = findAll("nav a");
  const here = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.find((link) => link.hash === `#${target.id}`);
        if (isIntersecting) link?.setAttribute("aria-current", "location");
        else link?.removeAttribute("aria-current");
      }
    },
    { rootMargin: "-15% 0px -80%" },
  );
  for (const section of findAll("main > section")) here.observe(section);
}
