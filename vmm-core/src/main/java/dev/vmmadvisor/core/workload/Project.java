package dev.vmmadvisor.core.workload;

import java.util.List;

/**
 * The containers that run.
 *
 * @param place what tells of them, for evidence
 * @param containers those that could be read
 * @param complete whether there are no others
 * @param mounts whether anything tells what is mounted
 */
record Project(String place, List<Container> containers, boolean complete, boolean mounts) {

  Project {
    containers = List.copyOf(containers);
  }
}
