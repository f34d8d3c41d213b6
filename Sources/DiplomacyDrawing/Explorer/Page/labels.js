// Places for labels, so that none lies on another or on a node.

const cell = 48;

/** Rectangles that are taken, found again by the squares of a grid that they touch. */
export class TakenPlaces {
  squares = new Map();

  *squaresOf({ x, y, width, height }) {
    for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column += 1) {
      for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row += 1) yield `${column} ${row}`;
    }
  }

  isFree(box) {
    for (const square of this.squaresOf(box)) {
      for (const other of this.squares.get(square) ?? []) {
        if (box.x < other.x + other.width && other.x < box.x + box.width
          && box.y < other.y + other.height && other.y < box.y + box.height) return false;
      }
    }
    return true;
  }

  take(box) {
    for (const square of this.squaresOf(box)) {
      if (!this.squares.has(square)) this.squares.set(square, []);
      this.squares.get(square).push(box);
    }
  }

  /** Takes the first of several places that is free; null where none is. */
  takeFirst(boxes) {
    const found = boxes.find((box) => this.isFree(box)) ?? null;
    if (found) this.take(found);
    return found;
  }
}
