package tp6.weather;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;

/** WireMock's server, which reads no body that is larger than any question about the weather. */
final class Gate extends Jetty11HttpServer {
  private static final int MAX_BODY = 8 << 10;

  Gate(Options options, AdminRequestHandler administration, StubRequestHandler service) {
    super(options, administration, service);
  }

  @Override
  protected Handler createHandler(
      Options options, AdminRequestHandler administration, StubRequestHandler service) {
    HandlerWrapper gate =
        new HandlerWrapper() {
          @Override
          public void handle(
              String target, Request base, HttpServletRequest asked, HttpServletResponse reply)
              throws IOException, ServletException {
            if (asked.getContentLengthLong() > MAX_BODY
                || asked.getHeader("Transfer-Encoding") != null) {
              base.setHandled(true);
              reply.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else {
              super.handle(target, base, asked, reply);
            }
          }
        };
    gate.setHandler(super.createHandler(options, administration, service));
    return gate;
  }
}
