namespace Pulumi;

/// <summary>Writes diagnostics of the program to the engine, in order. An error makes the program fail at its end.</summary>
public static class Log
{
    /// <summary>For people who look for a fault; hidden unless asked for.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">What it is about; the stack when null.</param>
    /// <param name="streamId">Messages with the same number are shown as one text.</param>
    /// <param name="ephemeral">Whether it is shown while the program runs only.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(Pulumirpc.LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>For everybody.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">What it is about; the stack when null.</param>
    /// <param name="streamId">Messages with the same number are shown as one text.</param>
    /// <param name="ephemeral">Whether it is shown while the program runs only.</param>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(Pulumirpc.LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>Something may be wrong.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">What it is about; the stack when null.</param>
    /// <param name="streamId">Messages with the same number are shown as one text.</param>
    /// <param name="ephemeral">Whether it is shown while the program runs only.</param>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(Pulumirpc.LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>Something is wrong: the program will fail, when it has done what it can.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">What it is about; the stack when null.</param>
    /// <param name="streamId">Messages with the same number are shown as one text.</param>
    /// <param name="ephemeral">Whether it is shown while the program runs only.</param>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Write(Pulumirpc.LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>An exception as an error.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="resource">What it is about; the stack when null.</param>
    /// <param name="streamId">Messages with the same number are shown as one text.</param>
    /// <param name="ephemeral">Whether it is shown while the program runs only.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Error(ExceptionText.Of(exception), resource, streamId, ephemeral);
    }

    private static void Write(Pulumirpc.LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
        => Deployment.Require().Diagnostics.Write(severity, message, resource, streamId ?? 0, ephemeral ?? false);
}
