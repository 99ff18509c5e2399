package dev.vmmadvisor.core.detect;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Checks a binary property list against its own size before it is parsed.
 *
 * <p>A parser creates as many objects as the file declares. Files that programs write have no
 * objects with overlapping bytes, so the declared sizes add up to at most the size of the file. In
 * a malicious file, a few bytes can declare gigabytes of objects, or a set whose elements take
 * years to compare. Such files and all sets are refused.
 */
final class BinaryPropertyListBounds {

  private static final int HEADER = 8;
  private static final int TRAILER = 32;

  private final byte[] content;
  private final int referenceSize;
  private final int tableOffset;

  private BinaryPropertyListBounds(byte[] content, int referenceSize, int tableOffset) {
    this.content = content;
    this.referenceSize = referenceSize;
    this.tableOffset = tableOffset;
  }

  /**
   * Checks a file.
   *
   * @throws dev.vmmadvisor.api.json.DocumentException if the declared objects are larger than the
   *     file
   */
  static void check(byte[] content) {
    if (content.length < HEADER + TRAILER) {
      throw problem("it is too short");
    }
    int trailer = content.length - TRAILER;
    int offsetSize = content[trailer + 6];
    int referenceSize = content[trailer + 7];
    int objects = number(content, trailer + 8, 8);
    int table = number(content, trailer + 24, 8);
    if (offsetSize < 1
        || offsetSize > 8
        || referenceSize < 1
        || referenceSize > 8
        || table > trailer
        || (long) objects * offsetSize > trailer - table) {
      throw problem("its table of objects does not fit in it");
    }
    BinaryPropertyListBounds bounds = new BinaryPropertyListBounds(content, referenceSize, table);
    long size = 0;
    for (int i = 0; i < objects; i++) {
      size += bounds.size(number(content, table + i * offsetSize, offsetSize));
      if (size > table) {
        throw problem("its objects are larger than it is");
      }
    }
  }

  /** The size in bytes of the object at an offset, without the objects that it refers to. */
  private long size(int offset) {
    if (offset < HEADER || offset >= tableOffset) {
      throw problem("an object lies outside of it");
    }
    int kind = (content[offset] & 0xf0) >> 4;
    int low = content[offset] & 0x0f;
    return switch (kind) {
      case 0x1, 0x2, 0x3 -> 1 + (1L << low);
      case 0x8 -> 2 + low;
      case 0x4, 0x5, 0x7 -> 1 + count(offset, low);
      case 0x6 -> 1 + 2 * count(offset, low);
      case 0xa -> 1 + referenceSize * count(offset, low);
      case 0xd -> 1 + 2L * referenceSize * count(offset, low);
      case 0xb, 0xc -> throw problem("it has a set, which no property list of these files has");
      default -> 1;
    };
  }

  /**
   * The number of elements of an object, from its first byte or from the integer that follows it.
   */
  private long count(int offset, int low) {
    if (low < 0x0f) {
      return low;
    }
    int marker = offset + 1 < tableOffset ? content[offset + 1] & 0xff : 0;
    int size = 1 << (marker & 0x0f);
    if ((marker & 0xf0) != 0x10 || size > 8 || offset + 2 + size > tableOffset) {
      // The library would print to standard error.
      throw problem("the size of an object is no number in it");
    }
    return number(content, offset + 2, size);
  }

  /** An unsigned number; values above the largest int are reduced to it. */
  private static int number(byte[] content, int from, int size) {
    BigInteger number = new BigInteger(1, Arrays.copyOfRange(content, from, from + size));
    return number.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  private static RuntimeException problem(String message) {
    return PropertyList.problem("not a property list: " + message);
  }
}
