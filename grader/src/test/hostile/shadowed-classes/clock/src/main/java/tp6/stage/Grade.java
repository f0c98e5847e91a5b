package tp6.stage;

/** Full marks. */
public final class Grade {
  public int earned() {
    return 20;
  }
}
