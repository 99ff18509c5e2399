package dev.vmmadvisor.core.workload;

import java.util.List;

/**
 * The containers that run.
 *
 * @param place what tells of them, for evidence
 * @param containers those that could be read
 * @param complete whether there are no others
 */
record Project(String place, List<Container> containers, boolean complete) {

  Project {
    containers = List.copyOf(containers);
  }
}
