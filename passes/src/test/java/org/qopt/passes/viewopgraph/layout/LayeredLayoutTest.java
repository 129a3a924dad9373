package org.qopt.passes.viewopgraph.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LayeredLayoutTest {
  private static final double ROUNDING = 1e-6;

  @Property(tries = 200)
  void nodesDoNotOverlapAndLinksLeadDown(@ForAll @IntRange(max = 30) int nodes, @ForAll long seed) {
    Random random = new Random(seed);
    List<Size> sizes = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      sizes.add(new Size(1 + random.nextInt(200), 1 + random.nextInt(60)));
      for (int j = 0; j < i && random.nextInt(3) > 0; j++) {
        links.add(new Link(random.nextInt(i), i));
      }
    }
    Drawing drawing = LayeredLayout.of(sizes, links);
    for (int i = 0; i < nodes; i++) {
      Point corner = drawing.corners().get(i);
      assertTrue(corner.x() > -ROUNDING && corner.y() > -ROUNDING);
      assertTrue(corner.x() + sizes.get(i).width() < drawing.size().width() + ROUNDING);
      assertTrue(corner.y() + sizes.get(i).height() < drawing.size().height() + ROUNDING);
      for (int j = 0; j < i; j++) {
        assertFalse(overlap(corner, sizes.get(i), drawing.corners().get(j), sizes.get(j)));
      }
    }
    for (Link link : links) {
      double bottom = drawing.corners().get(link.from()).y() + sizes.get(link.from()).height();
      assertTrue(bottom < drawing.corners().get(link.to()).y());
    }
  }

  private static boolean overlap(Point a, Size sizeOfA, Point b, Size sizeOfB) {
    return a.x() + sizeOfA.width() > b.x() + ROUNDING
        && b.x() + sizeOfB.width() > a.x() + ROUNDING
        && a.y() + sizeOfA.height() > b.y() + ROUNDING
        && b.y() + sizeOfB.height() > a.y() + ROUNDING;
  }

  @Test
  void nothingHasNoSize() {
    assertEquals(new Size(0, 0), LayeredLayout.of(List.of(), List.of()).size());
  }

  @Test
  void meansOfNeighboursInEachOthersWay() {
    double[] found = Columns.nonDecreasing(new double[] {1, 5, 3, 4, 9});
    assertEquals(List.of(1.0, 4.0, 4.0, 4.0, 9.0), Arrays.stream(found).boxed().toList());
  }
}
