package org.honbu.app.kill;

/** Stops the server at one place of its work, from outside: no product code knows of it. */
interface Obstacle {
  /** From now on nobody comes past. */
  void shut();

  /** Whether a piece of the server's work is stopped here now. */
  boolean holdsSomebody();

  void open();

  /** What it is, for the ledger. */
  String name();
}
