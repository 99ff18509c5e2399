package dev.vmmadvisor.core.workload;

/**
 * A mount in a container.
 *
 * @param place where its files are stored
 * @param source the folder of the Mac, for a bind
 * @param target the normalised folder in the container
 * @param doubt why the mount is not fully known; {@link Doubt#NONE} if it is
 * @param shown the mount as in the file, shortened
 */
record Mount(
    Place place, InterpolatedValue source, InterpolatedValue target, Doubt doubt, String shown) {

  /** Where the files of a mount are stored. */
  enum Place {
    /** In a folder of the Mac. */
    BIND,
    /** On the VM's disk. */
    VM,
    /** In the VM's memory, or in a part of an image; neither a folder nor a volume. */
    MEMORY,
    /** On a server that the VM mounts. */
    NETWORK_SHARE,
    /** Unknown. */
    UNKNOWN
  }

  /** Why a mount is not fully known. */
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

    /** A stable word for this reason. */
    String id() {
      return id;
    }

    /** This reason as part of an English sentence. */
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

  /** A mount that is entirely unknown. */
  static Mount unknown(Doubt doubt, String shown) {
    return new Mount(
        Place.UNKNOWN,
        InterpolatedValue.of(""),
        InterpolatedValue.of(String.valueOf(InterpolatedValue.GAP)),
        doubt,
        ComposeNotices.cut(shown));
  }

  /** A copy of this mount with a reason why it is not fully known. */
  Mount doubted(Doubt other) {
    return doubt == Doubt.NONE ? new Mount(place, source, target, other, shown) : this;
  }
}
