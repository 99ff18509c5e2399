package dev.vmmadvisor.core.workload;

/**
 * Something that is mounted in a container.
 *
 * @param place where its files are
 * @param source the folder of the Mac, if they are there
 * @param target the folder in the container, without {@code .}, {@code ..} and a slash at the end
 * @param doubt why something about it is not known; {@link Doubt#NONE} if all is known
 * @param shown the mount as the file has it, shortened
 */
record Mount(
    Place place, InterpolatedValue source, InterpolatedValue target, Doubt doubt, String shown) {

  /** Where the files of a mount are. */
  enum Place {
    /** In a folder of the Mac. */
    BIND,
    /** On the VM's own disk. */
    VM,
    /**
     * In the VM's memory, or a part of an image; Compose mounts it, but no folder and no volume.
     */
    MEMORY,
    /** On a server that the VM mounts. */
    NETWORK_SHARE,
    /** Not known. */
    UNKNOWN
  }

  /** Why something about a mount is not known. */
  enum Doubt {
    NONE(""),
    VARIABLE("variable"),
    FOLDER("folder"),
    EXTERNAL_VOLUME("external-volume"),
    VOLUME_DRIVER("volume-driver"),
    UNDECLARED_VOLUME("undeclared-volume"),
    UNREADABLE("unreadable"),
    OTHER_CONTAINER("other-container");

    private final String id;

    Doubt(String id) {
      this.id = id;
    }

    /** A stable word for it. */
    String id() {
      return id;
    }

    /** In an English sentence. */
    String text() {
      return switch (this) {
        case NONE -> "nothing";
        case VARIABLE -> "they need a variable that is not given";
        case FOLDER -> "the folder of the file is not given";
        case EXTERNAL_VOLUME -> "the volume was made outside of the file";
        case VOLUME_DRIVER -> "the driver of the volume decides where its files are";
        case UNDECLARED_VOLUME -> "the file does not declare the volume";
        case UNREADABLE -> "they are written in no known way";
        case OTHER_CONTAINER -> "they are those of a container that the file does not have";
      };
    }
  }

  /** A mount of which nothing is known. */
  static Mount unknown(Doubt doubt, String shown) {
    return new Mount(
        Place.UNKNOWN,
        InterpolatedValue.of(""),
        InterpolatedValue.of(String.valueOf(InterpolatedValue.GAP)),
        doubt,
        ComposeNotices.cut(shown));
  }

  /** The same mount, of which something is not known. */
  Mount doubted(Doubt other) {
    return doubt == Doubt.NONE ? new Mount(place, source, target, other, shown) : this;
  }
}
