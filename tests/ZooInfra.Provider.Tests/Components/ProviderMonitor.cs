using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Provider.Tests.Components;

/// <summary>The least monitor that makes what a program registers with a real provider, one after the other, and remembers it.</summary>
internal sealed class ProviderMonitor(ZooProvider provider) : ResourceMonitor.ResourceMonitorBase
{
    private static readonly Empty Nothing = new();

    public ConcurrentQueue<RegisterResourceRequest> Registered { get; } = new();

    public ConcurrentQueue<RegisterResourceOutputsRequest> Outputs { get; } = new();

    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Runs a program against this monitor and answers its exit code.</summary>
    public async Task<int> RunAsync(Func<Task<int>> program, string? root = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(this);
        builder.Services.AddSingleton(new ErrorLog(this));
        builder.Services.AddGrpc();
        await using var app = builder.Build();
        app.MapGrpcService<ProviderMonitor>();
        app.MapGrpcService<ErrorLog>();
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;
        (string Name, string Value)[] variables =
        [
            ("PULUMI_MONITOR", address), ("PULUMI_ENGINE", address), ("PULUMI_PROJECT", "zoo"), ("PULUMI_STACK", "acme_corp"), ("PULUMI_DRY_RUN", "false"),
            .. root is null ? [] : ((string, string)[])[("PULUMI_ROOT_DIRECTORY", root)],
        ];
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            return await program();
        }
        finally
        {
            foreach (var (name, _) in variables)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context)
        => Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id is "secrets" or "resourceReferences" });

    public override async Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
    {
        Registered.Enqueue(request);
        var parent = request.Parent.Length > 0 ? ResourceUrn.Parse(request.Parent) : null;
        var urn = ResourceUrn.Create("acme_corp", "zoo", parent, request.Type, request.Name);
        if (!request.Custom)
        {
            return new() { Urn = urn.Text };
        }

        var check = await provider.CheckAsync(new(urn, PropertyMap.Empty, PropertyMarshaller.FromStruct(request.Object)), context.CancellationToken);
        if (check.Failures is [var failure, ..])
        {
            throw new RpcException(new(StatusCode.InvalidArgument, $"{failure.Property}: {failure.Reason}"));
        }

        var made = await provider.CreateAsync(new(urn, check.Inputs, Preview: false), context.CancellationToken);
        return new() { Urn = urn.Text, Id = made.Id, Object = PropertyMarshaller.ToStruct(made.Outputs, MarshalOptions.NoOutputs) };
    }

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
    {
        Outputs.Enqueue(request);
        return Task.FromResult(Nothing);
    }

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) => Task.FromResult(Nothing);

    /// <summary>Remembers the errors that the program logs.</summary>
    internal sealed class ErrorLog(ProviderMonitor monitor) : Engine.EngineBase
    {
        public override Task<Empty> Log(LogRequest request, ServerCallContext context)
        {
            if (request.Severity == LogSeverity.Error)
            {
                monitor.Errors.Enqueue(request.Message);
            }

            return Task.FromResult(Nothing);
        }
    }
}
