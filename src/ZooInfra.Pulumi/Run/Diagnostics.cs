using Pulumirpc;

namespace Pulumi;

/// <summary>Sends a program's messages to the engine, one after the other.</summary>
internal sealed class Diagnostics(Deployment deployment)
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;
    private int _errors;

    /// <summary>Whether an error was logged.</summary>
    public bool HasErrors => Volatile.Read(ref _errors) > 0;

    public void Write(LogSeverity severity, string message, Resource? resource, int streamId, bool ephemeral)
    {
        if (severity == LogSeverity.Error)
        {
            Interlocked.Increment(ref _errors);
        }

        lock (_lock)
        {
            _last = SendAfterAsync(_last, new() { Severity = severity, Message = message, StreamId = streamId, Ephemeral = ephemeral }, resource);
            deployment.Runner.Track(_last);
        }
    }

    /// <summary>Completes when everything written so far was sent.</summary>
    /// <exception cref="LogException">The engine did not take a message.</exception>
    public Task FlushAsync()
    {
        lock (_lock)
        {
            return _last;
        }
    }

    private async Task SendAfterAsync(Task before, LogRequest request, Resource? resource)
    {
        // Leaves the caller's lock and stack, however fast the engine is.
        await Task.Yield();
        await before.ConfigureAwait(false);
        if (resource is not null)
        {
            request.Urn = await UrnOrStackAsync(resource).ConfigureAwait(false);
        }

        try
        {
            await deployment.Engine.LogAsync(request).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not LogException)
        {
            throw new LogException(e);
        }
    }

    private static async Task<string> UrnOrStackAsync(Resource resource)
    {
        try
        {
            return (await resource.Urn.DataAsync.ConfigureAwait(false)).Value;
        }
        catch (Exception)
        {
            // The resource was not registered, and that is reported for itself; the message belongs to the stack then.
            return "";
        }
    }
}
