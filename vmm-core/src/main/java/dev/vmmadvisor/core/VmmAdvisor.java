package dev.vmmadvisor.core;

/** The way in. */
public final class VmmAdvisor {
  private VmmAdvisor() {}
}
