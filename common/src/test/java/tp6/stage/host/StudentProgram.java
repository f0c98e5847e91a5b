package tp6.stage.host;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;

/** An object of the student's that is called, made by the first call. */
final class StudentProgram {
  private volatile Object object;

  /** Calls a method with one text: {@code call class method text address key}. */
  void call(StudentClasses classes, List<String> request) throws Throwable {
    try {
      if (object == null) {
        Class<?> type = classes.named(request.get(1));
        Constructor<?> constructor = type.getDeclaredConstructor(URI.class, String.class);
        constructor.setAccessible(true);
        object = constructor.newInstance(URI.create(request.get(4)), request.get(5));
      }
      Method method = object.getClass().getDeclaredMethod(request.get(2), String.class);
      method.setAccessible(true);
      method.invoke(object, request.get(3));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
