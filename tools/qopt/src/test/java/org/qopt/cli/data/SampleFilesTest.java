package org.qopt.cli.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qopt.cli.CliIo;
import org.qopt.cli.model.ProgramInput;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

class SampleFilesTest {
  @TempDir private Path folder;

  @Test
  void givesOneSampleARun() {
    write("d.npy", Arrays.counting(3, 2));
    try (Samples samples = all(inputs(1, 2), "d.npy")) {
      assertEquals(3, samples.runs());
      assertEquals(3, samples.count());
      assertEquals(1, samples.samplesPerRun());
      assertEquals(Tensor.of(Shape.of(1, 2), 4f, 5f), samples.run(2).getFirst());
    }
  }

  @Test
  void givesABatchARun() {
    write("d.npy", Arrays.counting(4, 3));
    try (Samples samples = all(inputs(2, 3), "d.npy")) {
      assertEquals(2, samples.runs());
      assertEquals(4, samples.count());
      assertEquals(2, samples.samplesPerRun());
      assertEquals(Shape.of(2, 3), samples.run(1).getFirst().shape());
      assertArrayEquals(new float[] {6, 7, 8, 9, 10, 11}, samples.run(1).getFirst().floats());
    }
  }

  @Test
  void refusesARemainder() {
    write("d.npy", Arrays.counting(5, 3));
    assertFault(
        "d.npy",
        "input \"x\" takes 2 samples at a time, but 5 samples leave a remainder",
        () -> all(inputs(2, 3), "d.npy"));
  }

  @Test
  void takesWholeInputsForSamples() {
    write("d.npy", Arrays.counting(3, 2, 2));
    try (Samples samples = all(inputs(2, 2), "d.npy")) {
      assertEquals(3, samples.runs());
      assertEquals(1, samples.samplesPerRun());
      assertEquals(Tensor.of(Shape.of(2, 2), 4f, 5f, 6f, 7f), samples.run(1).getFirst());
    }
  }

  @Test
  void givesOpenDimensionsTheSizesOfTheData() {
    write("d.npy", Arrays.counting(2, 3));
    try (Samples samples = all(inputs(Shape.DYNAMIC, Shape.DYNAMIC), "d.npy")) {
      assertEquals(Shape.of(1, 3), samples.run(0).getFirst().shape());
    }
  }

  @Test
  void readsOneFileAfterAnother() {
    write("a.npy", Arrays.counting(2, 2));
    write("b.npy", Arrays.counting(3, 2));
    try (Samples samples = all(inputs(1, 2), "a.npy", "b.npy")) {
      assertEquals(5, samples.runs());
      assertEquals(Tensor.of(Shape.of(1, 2), 2f, 3f), samples.run(1).getFirst());
      assertEquals(Tensor.of(Shape.of(1, 2), 0f, 1f), samples.run(2).getFirst());
      assertEquals(new Samples.Origin("b.npy", 2, 1), samples.origin(4));
      assertThrows(IndexOutOfBoundsException.class, () -> samples.run(5));
    }
  }

  @Test
  void tellsWhereTheSamplesOfABatchStand() {
    write("d.npy", Arrays.counting(6, 2));
    try (Samples samples = all(inputs(3, 2), "d.npy")) {
      assertEquals(new Samples.Origin("d.npy", 3, 3), samples.origin(1));
      assertEquals("one of samples 3 to 5", samples.origin(1).samples());
    }
  }

  @Test
  void readsAFolderByName() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    write("data/b.npy", Arrays.counting(3, 2));
    Arrays.writeNpz(folder.resolve("data/a.npz"), Map.of("x", Arrays.counting(1, 2)));
    Files.writeString(folder.resolve("data/README"), "no array");
    try (Samples samples = all(inputs(1, 2), "data")) {
      assertEquals(4, samples.runs());
      assertEquals("data/a.npz", samples.origin(0).file());
      assertEquals("data/b.npy", samples.origin(1).file());
    }
  }

  @Test
  void refusesAFolderWithoutArrays() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    assertFault("data", "the folder holds no .npy or .npz file", () -> all(inputs(1, 2), "data"));
  }

  @Test
  void findsArraysByTheNameOfTheInput() {
    Map<String, Tensor> arrays =
        Map.of("y", Arrays.counting(2, 3), "x", Arrays.counting(2, 2), "z", Arrays.counting(9));
    Arrays.writeNpz(folder.resolve("d.npz"), arrays);
    try (Samples samples = all(twoInputs(), "d.npz")) {
      assertEquals(2, samples.runs());
      assertEquals(Shape.of(1, 2), samples.run(0).get(0).shape());
      assertEquals(Shape.of(1, 3), samples.run(0).get(1).shape());
    }
  }

  @Test
  void namesTheInputThatHasNoArray() {
    Arrays.writeNpz(folder.resolve("d.npz"), Map.of("x", Arrays.counting(2, 2)));
    assertFault("d.npz", "no array for input \"y\"; there is [x]", () -> all(twoInputs(), "d.npz"));
  }

  @Test
  void takesOneFileForEachInput() {
    write("a.npy", Arrays.counting(2, 2));
    write("b.npy", Arrays.counting(2, 3));
    List<String> specs = List.of("y=b.npy", "x=a.npy");
    try (Samples samples = SampleFiles.perInput(io(), twoInputs(), specs)) {
      assertEquals(Shape.of(1, 2), samples.run(1).get(0).shape());
      assertEquals(Shape.of(1, 3), samples.run(1).get(1).shape());
    }
  }

  @Test
  void takesAnEqualsSignInTheNameOfAFile() {
    write("q=1.npy", Arrays.counting(2, 2));
    try (Samples samples = SampleFiles.perInput(io(), inputs(1, 2), List.of("q=1.npy"))) {
      assertEquals(2, samples.runs());
    }
  }

  @Test
  void refusesANamelessArrayForTwoInputs() {
    write("d.npy", Arrays.counting(2, 2));
    assertFault(
        "d.npy",
        "the program has 2 inputs: give an .npz with an entry for each, or NAME=FILE",
        () -> all(twoInputs(), "d.npy"));
  }

  @Test
  void refusesInputsWithDifferentNumbersOfSamples() {
    Map<String, Tensor> arrays = Map.of("x", Arrays.counting(2, 2), "y", Arrays.counting(3, 3));
    Arrays.writeNpz(folder.resolve("d.npz"), arrays);
    assertFault(
        "d.npz",
        "input \"x\" has 2 samples, but input \"y\" has 3",
        () -> all(twoInputs(), "d.npz"));
  }

  @Test
  void blamesTheFileThatHoldsTheInput() {
    write("a.npy", Arrays.counting(2, 5));
    write("b.npy", Arrays.counting(2, 3));
    assertFault(
        "a.npy",
        "expected samples for input \"x\" of type tensor<1x2xf32>, but the array has shape 2x5"
            + " (axis 0 counts samples)",
        () -> SampleFiles.perInput(io(), twoInputs(), List.of("x=a.npy", "y=b.npy")));
  }

  @Test
  void refusesAnotherShape() {
    write("d.npy", Arrays.counting(2, 5));
    assertFault(
        "d.npy",
        "expected samples for input \"x\" of type tensor<1x2xf32>, but the array has shape 2x5"
            + " (axis 0 counts samples)",
        () -> all(inputs(1, 2), "d.npy"));
  }

  @Test
  void refusesNoSamples() {
    write("d.npy", Arrays.counting(0, 2));
    assertFault("d.npy", "no samples", () -> all(inputs(1, 2), "d.npy"));
  }

  @Test
  void namesSampleAndInputOfANan() {
    write("d.npy", Tensor.of(Shape.of(3, 2), 0f, 1f, 2f, 3f, 4f, Float.NaN));
    try (Samples samples = all(inputs(1, 2), "d.npy")) {
      samples.run(1);
      assertFault("d.npy", "sample 2 has NaN for input \"x\" (element 1)", () -> samples.run(2));
    }
  }

  @Test
  void namesTheSampleOfANanWithinABatch() {
    write("d.npy", Tensor.of(Shape.of(4, 2), 0f, 1f, 2f, 3f, 4f, 5f, Float.NaN, 7f));
    try (Samples samples = all(inputs(2, 2), "d.npy")) {
      assertFault("d.npy", "sample 3 has NaN for input \"x\" (element 0)", () -> samples.run(1));
    }
  }

  @Test
  void callsAMissingFileAsTheUserDid() {
    assertFault(
        "none.npy", "cannot read: no such file or directory", () -> all(inputs(1, 2), "none.npy"));
  }

  private static void assertFault(
      String file, String message, org.junit.jupiter.api.function.Executable call) {
    Diagnostic fault = assertThrows(InvalidInputException.class, call).diagnostics().getFirst();
    assertEquals(FileLocation.whole(file), fault.location());
    assertEquals(message, fault.message());
  }

  private Samples all(List<ProgramInput> inputs, String... files) {
    return SampleFiles.all(io(), inputs, List.of(files));
  }

  private CliIo io() {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    return CliIo.of(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, folder);
  }

  private void write(String name, Tensor array) {
    Arrays.writeNpy(folder.resolve(name), array);
  }

  private static List<ProgramInput> inputs(long... shape) {
    return List.of(input("x", shape));
  }

  private static List<ProgramInput> twoInputs() {
    return List.of(input("x", 1, 2), input("y", 1, 3));
  }

  private static ProgramInput input(String name, long... shape) {
    return new ProgramInput(name, TensorType.of(Shape.of(shape), FloatType.F32));
  }
}
