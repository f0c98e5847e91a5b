package tp6.stage.report;

/** Full marks. */
public final class Grade {
  public int earned() {
    return 20;
  }
}
