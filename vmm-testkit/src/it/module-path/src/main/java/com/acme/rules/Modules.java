package com.acme.rules;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.core.VmmAdvisor;
import java.util.List;

/** Prints the modules of this program and of what it uses; null where it runs on the class path. */
public final class Modules {
  public static void main(String[] args) {
    for (Class<?> type : List.of(Modules.class, VmmAdvisor.class, Vmm.class)) {
      System.out.println(type.getModule().getName());
    }
  }
}
