using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumirpc;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using CheckFailure = ZooInfra.Protocol.Providers.CheckFailure;

namespace ZooInfra.Engine.Plugins;

/// <summary>A provider in a process of its own, driven over gRPC (protocol facts, section 2.3).</summary>
internal sealed class PluginProvider : IResourceProvider, IAsyncDisposable
{
    private static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(1);

    private readonly ResourceUrn _urn;
    private readonly TimeProvider _time;
    private readonly PluginProcess? _process;
    private readonly GrpcChannel _channel;
    private readonly ResourceProvider.ResourceProviderClient _client;
    private readonly PluginCalls _calls;
    private bool _flagsAreFinal;
    private bool _supportsPreview;
    private MarshalOptions _accepted;

    public PluginProvider(string package, ResourceUrn urn, PluginProcess? process, int port, TimeProvider time)
    {
        (Package, _urn, _process, _time) = (package, urn, process, time);
        _channel = GrpcChannel.ForAddress(
            $"http://127.0.0.1:{port}",
            new GrpcChannelOptions { MaxReceiveMessageSize = DeepMessages.MaxMessageBytes, MaxSendMessageSize = DeepMessages.MaxMessageBytes });
        _client = new(DeepMessages.Over(_channel));
        _calls = new(package, process);
    }

    public string Package { get; }

    public string Version { get; private set; } = "";

    /// <exception cref="ProviderException">It does not speak the protocol.</exception>
    public async Task HandshakeAsync(string engineAddress, string programFolder, string? rootFolder, CancellationToken cancellationToken)
    {
        var request = new ProviderHandshakeRequest { EngineAddress = engineAddress, ConfigureWithUrn = true, SupportsRefreshBeforeUpdate = true, InvokeWithPreview = true };
        if (rootFolder is not null)
        {
            (request.RootDirectory, request.ProgramDirectory) = (rootFolder, programFolder);
        }

        var answer = await _calls.OptionalAsync(async () => await _client.HandshakeAsync(request, cancellationToken: cancellationToken), cancellationToken);
        if (answer is not null)
        {
            (_flagsAreFinal, _supportsPreview) = (true, true);
            _accepted = new(answer.AcceptSecrets, answer.AcceptResources, KeepOutputs: false);
        }

        if (_process is null)
        {
            await _calls.OptionalAsync(async () => await _client.AttachAsync(new PluginAttach { Address = engineAddress }, cancellationToken: cancellationToken), cancellationToken);
        }

        Version = (await _calls.OptionalAsync(async () => await _client.GetPluginInfoAsync(new Empty(), cancellationToken: cancellationToken), cancellationToken))?.Version ?? "";
    }

    public async ValueTask<CheckResult> CheckConfigAsync(PropertyMap config, CancellationToken cancellationToken)
    {
        var request = new CheckRequest { Urn = _urn.Text, Olds = new(), News = PropertyMarshaller.ToStruct(config, MarshalOptions.Plain), Name = _urn.Name, Type = _urn.Type };
        var response = await _calls.OptionalAsync(async () => await _client.CheckConfigAsync(request, cancellationToken: cancellationToken), cancellationToken);
        return response is null ? new CheckResult(config) : Checked(response, config);
    }

    public async ValueTask<DiffResult> DiffConfigAsync(DiffCall call, CancellationToken cancellationToken)
    {
        var request = DiffRequest(call, MarshalOptions.Plain);
        var response = await _calls.OptionalAsync(async () => await _client.DiffConfigAsync(request, cancellationToken: cancellationToken), cancellationToken);
        return response is null ? DiffResult.None : PluginDiffs.Read(response, call);
    }

    public async ValueTask ConfigureAsync(PropertyMap config, CancellationToken cancellationToken)
    {
        config = config.Without("__internal");
        var request = new ConfigureRequest
        {
            Args = PropertyMarshaller.ToStruct(config, MarshalOptions.NoOutputs),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Urn = _urn.Text,
            Name = _urn.Name,
            Type = _urn.Type,
        };
        foreach (var (key, value) in config.Where(entry => entry.Key != "version"))
        {
            request.Variables[$"{Package}:config:{key}"] = PluginCalls.Text(value);
        }

        var response = await _calls.RequireAsync(async () => await _client.ConfigureAsync(request, cancellationToken: cancellationToken), cancellationToken);
        if (!_flagsAreFinal)
        {
            _accepted = new(response.AcceptSecrets, response.AcceptResources, KeepOutputs: false);
            _supportsPreview = response.SupportsPreview;
        }
    }

    public async ValueTask<CheckResult> CheckAsync(CheckCall call, CancellationToken cancellationToken)
    {
        var request = new CheckRequest
        {
            Urn = call.Urn.Text,
            Olds = Struct(call.OldInputs),
            News = Struct(call.NewInputs),
            RandomSeed = Google.Protobuf.ByteString.CopyFrom(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)),
            Name = call.Urn.Name,
            Type = call.Urn.Type,
        };
        return Checked(await _calls.RequireAsync(async () => await _client.CheckAsync(request, cancellationToken: cancellationToken), cancellationToken), call.NewInputs);
    }

    public async ValueTask<DiffResult> DiffAsync(DiffCall call, CancellationToken cancellationToken)
    {
        var request = DiffRequest(call, _accepted);
        return PluginDiffs.Read(await _calls.RequireAsync(async () => await _client.DiffAsync(request, cancellationToken: cancellationToken), cancellationToken), call);
    }

    public async ValueTask<CreateResult> CreateAsync(CreateCall call, CancellationToken cancellationToken)
    {
        if (call.Preview && !_supportsPreview)
        {
            return new CreateResult("", call.Inputs);
        }

        var request = new CreateRequest { Urn = call.Urn.Text, Properties = Struct(call.Inputs), Timeout = Seconds(call.Timeout), Preview = call.Preview, Name = call.Urn.Name, Type = call.Urn.Type };
        var response = await _calls.RequireAsync(async () => await _client.CreateAsync(request, cancellationToken: cancellationToken), cancellationToken);
        return new CreateResult(response.Id, Map(response.Properties, call.Inputs)) { RefreshBeforeUpdate = response.RefreshBeforeUpdate };
    }

    public async ValueTask<ReadResult?> ReadAsync(ReadCall call, CancellationToken cancellationToken)
    {
        var request = new ReadRequest { Id = call.Id, Urn = call.Urn.Text, Properties = Struct(call.Outputs), Inputs = Struct(call.Inputs), Name = call.Urn.Name, Type = call.Urn.Type, Timeout = Seconds(call.Timeout) };
        var response = await _calls.ChangeAsync(async () => await _client.ReadAsync(request, cancellationToken: cancellationToken), cancellationToken);
        return response.Id.Length == 0
            ? null
            : new ReadResult(response.Id, Map(response.Inputs, call.Inputs), Map(response.Properties, call.Outputs)) { HasInputs = response.Inputs is not null };
    }

    public async ValueTask<PropertyMap> UpdateAsync(UpdateCall call, CancellationToken cancellationToken)
    {
        if (call.Preview && !_supportsPreview)
        {
            return call.NewInputs;
        }

        var request = new UpdateRequest
        {
            Id = call.Id,
            Urn = call.Urn.Text,
            Olds = Struct(call.OldOutputs),
            News = Struct(call.NewInputs),
            Timeout = Seconds(call.Timeout),
            IgnoreChanges = { call.IgnoreChanges },
            Preview = call.Preview,
            OldInputs = Struct(call.OldInputs),
            Name = call.Urn.Name,
            Type = call.Urn.Type,
        };
        return Map((await _calls.ChangeAsync(async () => await _client.UpdateAsync(request, cancellationToken: cancellationToken), cancellationToken)).Properties, call.NewInputs);
    }

    public async ValueTask DeleteAsync(DeleteCall call, CancellationToken cancellationToken)
    {
        var request = new DeleteRequest
        {
            Id = call.Id, Urn = call.Urn.Text, Properties = Struct(call.OldOutputs), Timeout = Seconds(call.Timeout), OldInputs = Struct(call.OldInputs), Name = call.Urn.Name, Type = call.Urn.Type,
        };
        await _calls.ChangeAsync(async () => await _client.DeleteAsync(request, cancellationToken: cancellationToken), cancellationToken);
    }

    public async ValueTask<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken)
    {
        var request = new InvokeRequest { Tok = call.Token, Args = Struct(call.Args), Preview = call.Preview };
        var response = await _calls.RequireAsync(async () => await _client.InvokeAsync(request, cancellationToken: cancellationToken), cancellationToken);
        return new(PropertyMarshaller.FromStruct(response.Return), Failures(response.Failures));
    }

    public async ValueTask<MethodResult> CallAsync(MethodCall call, CancellationToken cancellationToken)
    {
        var request = new CallRequest
        {
            Tok = call.Token,
            Args = Struct(OutputsAccepted(call.Args)),
            Project = call.Run.Project,
            Stack = call.Run.Stack,
            Organization = "organization",
            Config = { call.Run.Config.ToDictionary() },
            ConfigSecretKeys = { call.Run.SecretConfigKeys },
            DryRun = call.Run.Preview,
            Parallel = call.Run.Parallel,
            MonitorEndpoint = call.Run.MonitorAddress,
            AcceptsOutputValues = true,
        };
        foreach (var (name, urns) in call.ArgDependencies)
        {
            request.ArgDependencies[name] = new() { Urns = { urns } };
        }

        var response = await _calls.RequireAsync(async () => await _client.CallAsync(request, cancellationToken: cancellationToken), cancellationToken);
        return new(
            PropertyMarshaller.FromStruct(response.Return),
            ResourceState.NoPropertyDependencies.AddRange(response.ReturnDependencies.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Urns.ToImmutableArray()))),
            Failures(response.Failures));
    }

    /// <summary>Tells the provider to stop, then ends its process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is not { HasExited: true })
        {
            using var enough = new CancellationTokenSource(CancelGrace, _time);
            await PluginCalls.TryAsync(async () => await _client.CancelAsync(new Empty(), cancellationToken: enough.Token));
        }

        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _channel.Dispose();
    }

    private static double Seconds(TimeSpan? timeout) => timeout?.TotalSeconds ?? 0;

    private static PropertyMap OutputsAccepted(PropertyMap args) => Planning.OutputValues.Downgrade(args);

    private static ImmutableArray<CheckFailure> Failures(IEnumerable<Pulumirpc.CheckFailure> failures) => [.. failures.Select(failure => new CheckFailure(failure.Property, failure.Reason))];

    private static DiffRequest DiffRequest(DiffCall call, MarshalOptions accepted) => new()
    {
        Id = call.Id,
        Urn = call.Urn.Text,
        Olds = PropertyMarshaller.ToStruct(call.OldOutputs, accepted),
        News = PropertyMarshaller.ToStruct(call.NewInputs, accepted),
        OldInputs = PropertyMarshaller.ToStruct(call.OldInputs, accepted),
        IgnoreChanges = { call.IgnoreChanges },
        Name = call.Urn.Name,
        Type = call.Urn.Type,
    };

    private Struct Struct(PropertyMap properties) => PropertyMarshaller.ToStruct(properties, _accepted);

    /// <summary>An answer, secret where what was sent is, when the provider does not know secrets itself.</summary>
    private PropertyMap Map(Struct? answer, PropertyMap sent)
    {
        var properties = PropertyMarshaller.FromStruct(answer);
        return _accepted.KeepSecrets ? properties : PluginSecrets.MarkAgain(properties, sent);
    }

    private CheckResult Checked(CheckResponse response, PropertyMap sent) => new(Map(response.Inputs, sent), Failures(response.Failures));
}
