package org.honbu.app.door;

/** What goes wrong after a façade has done everything, the engine's part included. */
class Sabotage extends RuntimeException {
  Sabotage() {
    super("sabotaged after the engine call");
  }
}
