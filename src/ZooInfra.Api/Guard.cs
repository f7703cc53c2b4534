using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using ZooInfra.Api.Access;
using ZooInfra.Api.Audit;

namespace ZooInfra.Api;

/// <summary>Whatever fails, the caller gets a sentence and the operator the reason; neither gets a stack trace.</summary>
internal static class Guard
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next, TextWriter? output)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up; nobody waits for an answer.
        }
        catch (IOException e) when (!context.Response.HasStarted && BadRequest(e) is { } status)
        {
            await AnswerAsync(context, status, "The request cannot be read: its body is cut off, too large or too slow, or not as its headers say.");
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var (code, sentence) = e switch
            {
                AuditException => (StatusCodes.Status503ServiceUnavailable, "This cannot be written into the audit, so it was not done; try again, or tell the operator."),
                TokenIssuerException => (StatusCodes.Status503ServiceUnavailable, "The issuer of tokens cannot be asked, so no token can be checked; try again."),
                SqliteException => (StatusCodes.Status503ServiceUnavailable, "The database of this host cannot be used; try again, or tell the operator."),
                _ => (StatusCodes.Status500InternalServerError, "The server failed to answer; its operator can see why."),
            };
            output?.WriteLine($"{context.TraceIdentifier} {context.Request.Method} {context.Request.Path.ToUriComponent()} failed: {e.GetType().Name}: {e.Message}");
            await AnswerAsync(context, code, sentence);
        }
    }

    /// <summary>The status that the server gives a body which it could not read; whoever reads on gets the same again, wrapped.</summary>
    private static int? BadRequest(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is BadHttpRequestException bad)
            {
                return bad.StatusCode;
            }
        }

        return null;
    }

    private static Task AnswerAsync(HttpContext context, int status, string sentence)
    {
        context.Response.Clear();
        RequestId.Show(context);
        return Problem.WriteAsync(context, status, sentence);
    }
}
