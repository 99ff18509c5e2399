package dev.vmmadvisor.core.answer;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed on first access and cached.
 *
 * <p>Two are equal if their values are; {@code equals}, {@code hashCode} and {@code toString}
 * compute the value. Safe to share between threads; the value is computed once.
 *
 * @param <T> the type of the value, which is immutable
 */
public final class Lazy<T> {

  private @Nullable Supplier<? extends T> source;
  private volatile @Nullable T value;

  private Lazy(Supplier<? extends T> source) {
    this.source = source;
  }

  /**
   * {@return a lazy value}
   *
   * @param source computes the value; it must be deterministic and must not return null
   * @param <T> the type of the value
   */
  public static <T> Lazy<T> of(Supplier<? extends T> source) {
    Objects.requireNonNull(source, "source");
    return new Lazy<>(source);
  }

  /** {@return the value} */
  public T get() {
    T cached = value;
    return cached != null ? cached : compute();
  }

  private synchronized T compute() {
    T cached = value;
    if (cached == null) {
      cached = Objects.requireNonNull(Objects.requireNonNull(source).get());
      value = cached;
      source = null; // releases the objects that it references
    }
    return cached;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lazy<?> lazy && get().equals(lazy.get());
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
