// A chart saved as PNG: the browser draws the SVG file, which has all that is
// needed, at twice its size. Without JavaScript there is the SVG itself.
"use strict";

const pictureScale = 2;

async function drawn(address) {
  const text = await (await fetch(address)).text();
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * pictureScale;
  canvas.height = image.naturalHeight * pictureScale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

for (const place of document.querySelectorAll("[data-picture-from]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = place.dataset.pictureWords;
  button.addEventListener("click", async () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await drawn(place.dataset.pictureFrom));
    link.download = place.dataset.picture + ".png";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  place.append(" ", button);
}
