/**
 * Arrays in NumPy's files, {@code .npy} and {@code .npz}, read and written sample by sample.
 *
 * <p>{@link org.qopt.parser.array.ArrayFile} opens a file of either kind and gives a {@link
 * org.qopt.parser.array.SampleSource} for each array in it; {@link org.qopt.parser.array.NpyWriter}
 * and {@link org.qopt.parser.array.NpzWriter} write. Axis 0 counts samples; what is held in memory
 * does not depend on their number. Files are taken to be hostile: a header is believed only as far
 * as the bytes behind it bear it out.
 *
 * <p>The libraries for this format on Maven Central ({@code org.jetbrains.bio:npy}, {@code
 * org.openlca:npy}) read whole arrays, know neither half floats nor unsigned integers well, and
 * trust what a header says; so this package has its own reader. The format is described in NumPy's
 * documentation of {@code numpy.lib.format}.
 */
package org.qopt.parser.array;
