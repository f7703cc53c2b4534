using Grpc.Core;

namespace Pulumi;

/// <summary>Calls to the engine whose refusal is an explained failure of the program.</summary>
internal static class EngineCalls
{
    /// <summary>Waits for an answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="what">What was asked for, as the start of a sentence.</param>
    /// <exception cref="RunException">The engine refused; it is not shutting down.</exception>
    public static async Task<T> AnswerAsync<T>(Task<T> call, string what)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (RpcException e) when (e.StatusCode is not (StatusCode.Unavailable or StatusCode.Cancelled))
        {
            throw new RunException($"{what} failed: {e.Status.Detail}", e);
        }
    }
}
