package org.qopt.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ComparisonJsonTest {
  @Test
  void writesAllFields() {
    assertEquals(
        """
        {
          "samples": 2,
          "outputs": [
            {
              "name": "y",
              "sqnr_db": 20.0,
              "cosine": 1.0,
              "max_abs_error": 1.0,
              "bit_exact": false
            }
          ],
          "agreement": 0.5,
          "reference": {
            "top1": 1.0
          },
          "candidate": {
            "top1": 0.5
          },
          "layers": [
            {
              "name": "z",
              "op": "nn.relu",
              "sqnr_db": 20.0,
              "cosine": 1.0,
              "max_abs_error": 1.0
            }
          ]
        }
        """,
        Results.twentyDecibels().toJson(true));
  }

  @Test
  void leavesOutWhatWasNotAskedForOrIsNotKnown() {
    assertEquals(
        """
        {
          "samples": 1,
          "outputs": [
            {
              "name": "y",
              "sqnr_db": null,
              "cosine": 1.0,
              "max_abs_error": 0.0,
              "bit_exact": true
            }
          ],
          "agreement": 1.0,
          "reference": {},
          "candidate": {}
        }
        """,
        Results.equal().toJson(false));
  }

  @Test
  void writesNoNumbersThatJsonLacks() {
    assertEquals(
        """
        {
          "samples": 0,
          "outputs": [
            {
              "name": "y",
              "sqnr_db": null,
              "cosine": null,
              "max_abs_error": null,
              "bit_exact": false
            }
          ],
          "agreement": 1.0,
          "reference": {},
          "candidate": {}
        }
        """,
        Results.bad().toJson(false));
  }
}
