package tp6.clock;

import tp6.stage.Exercise;
import tp6.stage.Stage;

@Exercise("clock")
class ClockServerTest {
  @Stage(number = 1, points = 20)
  void isWell() {}
}
