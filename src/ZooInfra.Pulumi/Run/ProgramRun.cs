using System.Reflection;
using Grpc.Core;
using Pulumirpc;

namespace Pulumi;

/// <summary>Runs a program to its end and makes its exit code: 0, 1 after logged errors, 32 after a reported exception.</summary>
internal sealed class ProgramRun(Deployment deployment)
{
    private const int Succeeded = 0;
    private const int Failed = 1;
    private const int FailedAndReported = 32;

    public async Task<int> RunAsync(Func<Task> program)
    {
        try
        {
            await DrainAsync(program).ConfigureAwait(false);
            return deployment.Runner.Failures is { Count: > 0 } failures
                ? await ReportAsync(failures).ConfigureAwait(false)
                : await FinishAsync().ConfigureAwait(false);
        }
        catch (LogException e)
        {
            await Console.Error.WriteLineAsync(LostEngine(e)).ConfigureAwait(false);
            return Failed;
        }
    }

    /// <summary>Starts the program and waits until nothing of it is left to do or something failed.</summary>
    public async Task DrainAsync(Func<Task> program)
    {
        deployment.Runner.Track(StartAsync(program));
        deployment.Runner.Release();
        await deployment.Runner.EndAsync.ConfigureAwait(false);

        static async Task StartAsync(Func<Task> program) => await program().ConfigureAwait(false);
    }

    private async Task<int> FinishAsync()
    {
        if (deployment.Diagnostics.HasErrors)
        {
            return Failed;
        }

        try
        {
            await deployment.Monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
            return Succeeded;
        }
        catch (RpcException e)
        {
            return await ReportAsync([e]).ConfigureAwait(false);
        }
    }

    private async Task<int> ReportAsync(IReadOnlyList<Exception> failures)
    {
        foreach (var failure in failures)
        {
            switch (failure)
            {
                case LogException log:
                    throw log;
                // The engine closes its monitor after a failed step, which it has shown already (protocol facts, section 5.12).
                case RpcException { StatusCode: StatusCode.Unavailable } rpc when AnsweredByEngine(rpc):
                    break;
                default:
                    Write(failure);
                    break;
            }
        }

        await deployment.Diagnostics.FlushAsync().ConfigureAwait(false);
        return FailedAndReported;
    }

    private void Write(Exception failure)
    {
        var (message, resource) = failure switch
        {
            RunException e => (e.Message, null),
            ResourceException e => (e.HideStack ? e.Message : ExceptionText.Of(e), e.Resource),
            RpcException { StatusCode: StatusCode.Unavailable } e => ($"The engine at {deployment.Settings.MonitorAddress} cannot be reached or went away: {e.Status.Detail}", null),
            _ => ($"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{ExceptionText.Of(failure)}", null),
        };
        deployment.Diagnostics.Write(LogSeverity.Error, message, resource, 0, false);
    }

    // A status that came over the connection has no cause on this side.
    private static bool AnsweredByEngine(RpcException e) => e.Status.DebugException is null;

    private string LostEngine(LogException e)
    {
        var cause = e.InnerException is RpcException rpc ? rpc.Status.Detail : e.InnerException?.Message;
        return $"error: the engine at {deployment.Settings.EngineAddress} cannot be reached or went away, so the program could not report to it: {cause}";
    }
}
