package org.qopt.target.image;

/**
 * The shape of a batch of images, channels innermost.
 *
 * @param batch number of images
 * @param height rows of an image
 * @param width pixels of a row
 * @param channels values of a pixel
 */
public record Nhwc(int batch, int height, int width, int channels) {
  /**
   * Checks the dimensions.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Nhwc {
    if (batch < 0 || height < 0 || width < 0 || channels < 0) {
      throw new IllegalArgumentException(
          "negative dimension in " + batch + "x" + height + "x" + width + "x" + channels);
    }
  }

  /**
   * {@return the number of values}
   *
   * @throws ArithmeticException if it is above {@link Integer#MAX_VALUE}
   */
  public int size() {
    return Math.multiplyExact(
        Math.multiplyExact(batch, height), Math.multiplyExact(width, channels));
  }

  /** {@return the shape of what a window's movement over such images gives} */
  public Nhwc through(Window2d window, int outputChannels) {
    return new Nhwc(
        batch, window.rows().outputs(height), window.columns().outputs(width), outputChannels);
  }

  /**
   * Checks that there are as many values as the shape has; {@code role} names them in the message.
   */
  public void check(byte[] data, String role) {
    if (data.length != size()) {
      throw new IllegalArgumentException(
          role + " has " + data.length + " values, not the " + size() + " of " + this);
    }
  }
}
