using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Engine.Plugins;

/// <summary>Makes the calls of one plugin, and says in the engine's words what its failures mean (protocol facts, section 2.3).</summary>
internal sealed class PluginCalls(string package, PluginProcess? process)
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>A value as text, in the form that providers took their configuration once.</summary>
    public static string Text(PropertyValue value) => value switch
    {
        PropertyValue.StringValue text => text.Value,
        PropertyValue.SecretValue secret => Text(secret.Inner),
        PropertyValue.BoolValue flag => flag.Value ? "true" : "false",
        PropertyValue.NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(JsonDocument.Parse(JsonFormatter.Default.Format(PropertyMarshaller.ToValue(value, MarshalOptions.Plain)))),
    };

    /// <summary>A call that a provider need not have; null when it does not.</summary>
    /// <exception cref="ProviderException">It failed.</exception>
    public async Task<T?> OptionalAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unimplemented)
        {
            return null;
        }
        catch (RpcException e)
        {
            throw Failure(e, mayHaveChanged: false, cancellationToken);
        }
    }

    /// <summary>A call that changes nothing when it fails.</summary>
    /// <exception cref="ProviderException">It failed.</exception>
    public async Task<T> RequireAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (RpcException e)
        {
            throw Failure(e, mayHaveChanged: false, cancellationToken);
        }
    }

    /// <summary>A call that may have changed something when it fails.</summary>
    /// <exception cref="ProviderException">It failed.</exception>
    public async Task<T> ChangeAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (RpcException e)
        {
            throw Failure(e, mayHaveChanged: true, cancellationToken);
        }
    }

    /// <summary>A call whose failure is of no interest.</summary>
    public static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException)
        {
            // The provider goes, with or without its answer.
        }
    }

    private Exception Failure(RpcException e, bool mayHaveChanged, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested && e.StatusCode == StatusCode.Cancelled)
        {
            return new OperationCanceledException(e.Status.Detail, e, cancellationToken);
        }

        foreach (var detail in Details(e))
        {
            if (detail.TryUnpack<ErrorResourceInitFailed>(out var partly))
            {
                return new PartialFailureException($"{e.Status.Detail}: {string.Join("; ", partly.Reasons)}.", partly.Id, PropertyMarshaller.FromStruct(partly.Properties), [.. partly.Reasons]);
            }

            if (detail.TryUnpack<ConfigureErrorMissingKeys>(out var missing))
            {
                return new ProviderException($"The provider '{package}' needs configuration: {string.Join("; ", missing.MissingKeys.Select(key => $"{package}:{key.Name} ({key.Description})"))}", e);
            }
        }

        return e.StatusCode switch
        {
            StatusCode.Unavailable => new ProviderException($"The provider plugin '{package}' is gone in the middle of a call.{(process is { Errors.Length: > 0 } ? $" It wrote: {process.Errors}" : "")}{Unsure(mayHaveChanged)}", e),
            StatusCode.Unimplemented => new ProviderException($"The provider '{package}' does not have this: {e.Status.Detail}", e),
            StatusCode.Internal or StatusCode.DataLoss or StatusCode.Unknown => new ProviderException(e.Status.Detail + Unsure(mayHaveChanged), e),
            _ => new ProviderException(e.Status.Detail, e),
        };
    }

    private static string Unsure(bool mayHaveChanged)
        => mayHaveChanged ? " (The provider does not say whether anything was changed: look at the real resource, or run 'refresh'.)" : "";

    private static IEnumerable<Any> Details(RpcException e)
    {
        if (e.Trailers.GetValueBytes(DetailsTrailer) is not { } bytes)
        {
            return [];
        }

        try
        {
            return DeepMessages.Parse<StatusDetails>(bytes).Details;
        }
        catch (InvalidProtocolBufferException)
        {
            return [];
        }
    }
}
