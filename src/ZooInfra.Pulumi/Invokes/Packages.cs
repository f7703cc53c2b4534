using System.Collections.Concurrent;
using Google.Protobuf;

namespace Pulumi;

/// <summary>Registers packages with the engine, each once.</summary>
internal sealed class Packages(Deployment deployment)
{
    private readonly ConcurrentDictionary<Pulumirpc.RegisterPackageRequest, Lazy<Task<string>>> _references = new();

    /// <summary>The reference by which the engine knows the package.</summary>
    public Task<string> RegisterAsync(RegisterPackageRequest package)
        => _references.GetOrAdd(ToRequest(package), request => new(() => SendAsync(request))).Value;

    private async Task<string> SendAsync(Pulumirpc.RegisterPackageRequest request)
    {
        await deployment.Features.RequireAsync("parameterization", "parameterized packages").ConfigureAwait(false);
        return (await deployment.Monitor.RegisterPackageAsync(request).ConfigureAwait(false)).Ref;
    }

    private static Pulumirpc.RegisterPackageRequest ToRequest(RegisterPackageRequest package)
    {
        var request = new Pulumirpc.RegisterPackageRequest
        {
            Name = package.Name,
            Version = package.Version,
            DownloadUrl = package.DownloadUrl ?? "",
            Parameterization = ToRequest(package.Parameterization),
            Extension = ToRequest(package.Extension),
        };
        foreach (var (platform, checksum) in package.Checksums ?? [])
        {
            request.Checksums.Add(platform, ByteString.CopyFrom(checksum));
        }

        return request;
    }

    private static Pulumirpc.Parameterization? ToRequest(RegisterPackageRequest.PackageParameterization? value)
        => value is null ? null : new() { Name = value.Name, Version = value.Version, Value = ByteString.CopyFrom(value.Value) };
}
