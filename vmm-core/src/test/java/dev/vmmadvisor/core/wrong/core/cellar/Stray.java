package dev.vmmadvisor.core.wrong.core.cellar;

/** In a room that is in no plan. */
public final class Stray {

  private Stray() {}
}
