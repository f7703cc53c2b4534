using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using Diffs = Pulumirpc.DiffResponse.Types.DiffChanges;
using Kind = Pulumirpc.PropertyDiff.Types.Kind;

namespace ZooInfra.Provider.Plugin;

/// <summary>Serves any <see cref="IResourceProvider"/> as the provider service of the protocol (section 2.3).</summary>
[BindServiceMethod(typeof(ProviderService), nameof(Bind))]
internal sealed class ProviderService(PluginInstance plugin) : ResourceProvider.ResourceProviderBase
{
    private static readonly Empty Nothing = new();

    private IResourceProvider Provider => plugin.Provider;

    /// <summary>Binds the methods so that deeply nested properties are read.</summary>
    public static void Bind(ServiceBinderBase binder, ResourceProvider.ResourceProviderBase? service) => ResourceProvider.BindService(DeepMessages.Bind(binder), service);

    /// <inheritdoc/>
    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context)
        => Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true });

    /// <inheritdoc/>
    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context) => Task.FromResult(Nothing);

    /// <inheritdoc/>
    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) => Task.FromResult(new PluginInfo { Version = Provider.Version });

    /// <inheritdoc/>
    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, ServerCallContext context) => Guard(context, _ =>
        request.Version == 0
            ? new ValueTask<GetSchemaResponse>(new GetSchemaResponse { Schema = plugin.Schema })
            : throw new ProviderException($"Schema format {request.Version} is not known; this provider has format 0."));

    /// <inheritdoc/>
    public override Task<Pulumirpc.CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) => Guard(context, async cancellation =>
        Response(await Provider.CheckConfigAsync(PropertyMarshaller.FromStruct(request.News), cancellation)));

    /// <inheritdoc/>
    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) => Guard(context, _ =>
    {
        // A provider that is configured otherwise is still the same provider: nothing has to be replaced.
        var same = PropertyMarshaller.FromStruct(request.OldInputs ?? request.Olds).Equals(PropertyMarshaller.FromStruct(request.News));
        return new ValueTask<DiffResponse>(new DiffResponse { Changes = same ? Diffs.DiffNone : Diffs.DiffSome });
    });

    /// <inheritdoc/>
    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) => Guard(context, async cancellation =>
    {
        await Provider.ConfigureAsync(request.Args is not null ? PropertyMarshaller.FromStruct(request.Args) : OldForm(request), cancellation);
        return new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true };
    });

    /// <inheritdoc/>
    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) => Guard(context, async cancellation =>
        Response(await Provider.CheckAsync(new(Urn(request.Urn), PropertyMarshaller.FromStruct(request.Olds), PropertyMarshaller.FromStruct(request.News)), cancellation)));

    /// <inheritdoc/>
    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) => Guard(context, async cancellation =>
        Response(await Provider.DiffAsync(
            new(Urn(request.Urn), request.Id, PropertyMarshaller.FromStruct(request.OldInputs), PropertyMarshaller.FromStruct(request.Olds), PropertyMarshaller.FromStruct(request.News)),
            cancellation)));

    /// <inheritdoc/>
    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) => Guard(context, async cancellation =>
    {
        var made = await Provider.CreateAsync(new(Urn(request.Urn), PropertyMarshaller.FromStruct(request.Properties), request.Preview), cancellation);
        return new CreateResponse { Id = made.Id, Properties = Struct(made.Outputs) };
    });

    /// <inheritdoc/>
    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) => Guard(context, async cancellation =>
    {
        var read = await Provider.ReadAsync(new(Urn(request.Urn), request.Id, PropertyMarshaller.FromStruct(request.Inputs), PropertyMarshaller.FromStruct(request.Properties)), cancellation);
        return read is null ? new ReadResponse() : new ReadResponse { Id = read.Id, Inputs = Struct(read.Inputs), Properties = Struct(read.Outputs) };
    });

    /// <inheritdoc/>
    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) => Guard(context, async cancellation =>
    {
        var call = new UpdateCall(
            Urn(request.Urn),
            request.Id,
            PropertyMarshaller.FromStruct(request.OldInputs),
            PropertyMarshaller.FromStruct(request.Olds),
            PropertyMarshaller.FromStruct(request.News),
            request.Preview);
        return new UpdateResponse { Properties = Struct(await Provider.UpdateAsync(call, cancellation)) };
    });

    /// <inheritdoc/>
    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) => Guard(context, async cancellation =>
    {
        await Provider.DeleteAsync(new(Urn(request.Urn), request.Id, PropertyMarshaller.FromStruct(request.OldInputs), PropertyMarshaller.FromStruct(request.Properties)), cancellation);
        return Nothing;
    });

    /// <inheritdoc/>
    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        plugin.Cancel();
        return Task.FromResult(Nothing);
    }

    // The engine takes Internal and Unknown for "may be half done" (section 2.3), so only mistakes of ours are answered with that.
    private async Task<T> Guard<T>(ServerCallContext context, Func<CancellationToken, ValueTask<T>> call)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, plugin.Cancelled);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            throw new RpcException(new(StatusCode.Cancelled, "The call was cancelled; nothing was changed."));
        }
        catch (ProviderException exception)
        {
            throw new RpcException(new(StatusCode.FailedPrecondition, exception.Message));
        }
        catch (FormatException exception)
        {
            throw new RpcException(new(StatusCode.InvalidArgument, exception.Message));
        }
        catch (Exception exception)
        {
            // Last line of defence: the message of an unexpected exception may hold a secret, its type cannot.
            throw new RpcException(new(StatusCode.Internal, $"Unexpected {exception.GetType().Name} in the provider {Provider.Package} {Provider.Version}; please report it with the resource that was being handled."));
        }
    }

    private static ResourceUrn Urn(string text) => ResourceUrn.Parse(text) ?? throw new FormatException($"'{text}' is not the URN of a resource.");

    private static Struct Struct(PropertyMap map) => PropertyMarshaller.ToStruct(map, MarshalOptions.NoOutputs);

    // Engines that send no 'args' send the values as text, keyed PACKAGE:config:NAME.
    private PropertyMap OldForm(ConfigureRequest request)
    {
        var prefix = $"{Provider.Package}:config:";
        return PropertyMap.From(request.Variables
            .Where(variable => variable.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(variable => KeyValuePair.Create(variable.Key[prefix.Length..], PropertyValue.Of(variable.Value))));
    }

    private static CheckResponse Response(CheckResult result) => new()
    {
        Inputs = Struct(result.Inputs),
        Failures = { result.Failures.Select(failure => new Pulumirpc.CheckFailure { Property = failure.Property, Reason = failure.Reason }) },
    };

    private static DiffResponse Response(DiffResult result)
    {
        var response = new DiffResponse
        {
            Changes = result.Changes.IsEmpty ? Diffs.DiffNone : Diffs.DiffSome,
            HasDetailedDiff = true,
            DeleteBeforeReplace = result.DeleteBeforeReplace,
        };
        foreach (var (path, change) in result.Changes)
        {
            response.DetailedDiff.Add(path, new() { Kind = KindOf(change), InputDiff = change.InputDiff });
            if (change.Replaces)
            {
                response.Replaces.Add(path);
            }
        }

        response.Diffs.Add(result.Changes.Keys.Select(path => path.Split('.', '[')[0]).Distinct());
        return response;
    }

    private static Kind KindOf(PropertyChange change) => (change.Kind, change.Replaces) switch
    {
        (ChangeKind.Add, false) => Kind.Add,
        (ChangeKind.Add, true) => Kind.AddReplace,
        (ChangeKind.Delete, false) => Kind.Delete,
        (ChangeKind.Delete, true) => Kind.DeleteReplace,
        (_, false) => Kind.Update,
        (_, true) => Kind.UpdateReplace,
    };
}
