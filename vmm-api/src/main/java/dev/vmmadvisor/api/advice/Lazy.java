package dev.vmmadvisor.api.advice;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer that is found out when somebody asks for the first time, and kept.
 *
 * <p>Two are equal if the parts are. Safe to share between threads; it is found out once.
 *
 * @param <T> the type of the part, which is immutable
 */
public final class Lazy<T> {

  private @Nullable Supplier<? extends T> source;
  private volatile @Nullable T value;

  private Lazy(Supplier<? extends T> source) {
    this.source = source;
  }

  /**
   * {@return a part that a source finds out}
   *
   * @param source gives the part, and always the same
   * @param <T> the type of the part
   */
  public static <T> Lazy<T> of(Supplier<? extends T> source) {
    Objects.requireNonNull(source, "source");
    return new Lazy<>(source);
  }

  /** {@return the part} */
  public T get() {
    T known = value;
    return known != null ? known : find();
  }

  private synchronized T find() {
    T known = value;
    if (known == null) {
      known = Objects.requireNonNull(Objects.requireNonNull(source).get());
      value = known;
      source = null; // and all that it holds
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lazy<?> deferred && get().equals(deferred.get());
  }

  @Override
  public int hashCode() {
    return get().hashCode();
  }

  @Override
  public String toString() {
    return get().toString();
  }
}
