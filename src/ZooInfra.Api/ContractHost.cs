using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZooInfra.Api.Access;
using ZooInfra.Api.Onboarding;
using ZooInfra.Api.OpenApi;
using ZooInfra.Api.Page;
using ZooInfra.Api.Telemetry;
using ZooInfra.Api.Vpn;

namespace ZooInfra.Api;

/// <summary>Serves the contracts of a platform over HTTP, from <see cref="StartAsync"/> until it is disposed.</summary>
public sealed class ContractHost : IAsyncDisposable
{
    private const long LargestBody = 1 << 20;
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly AccessControl _access;

    private ContractHost(WebApplication app, AccessControl access) => (_app, _access) = (app, access);

    /// <summary>Where it listens, with real ports.</summary>
    public IReadOnlyList<string> Urls => [.. _app.Urls];

    /// <summary>The templates of all routes, so that a test can demand a row for each.</summary>
    internal IReadOnlyList<string> Routes => [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText!).Distinct()];

    /// <summary>Serves until <paramref name="cancellationToken"/> or a signal of the system says stop; requests under way are answered first.</summary>
    /// <exception cref="ContractHostException">An address cannot be used; nothing is served then.</exception>
    public static async Task RunAsync(Platform platform, ContractHostOptions options, CancellationToken cancellationToken)
    {
        await using var host = await StartAsync(platform, options, cancellationToken);
        await host._app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>Starts to serve.</summary>
    /// <exception cref="ContractHostException">An address cannot be used; nothing is served then.</exception>
    public static async Task<ContractHost> StartAsync(Platform platform, ContractHostOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(options);
        var addresses = Addresses(options);
        var tls = addresses.Exists(address => address.IsTls) ? options.Certificate!.Options(options.Time, options.Output) : null;
        var access = await AccessControl.OpenAsync(options, cancellationToken);
        WebApplication? app = null;
        try
        {
            var vpn = options.Vpn is { } hosting ? await VpnParts.OpenAsync(platform, hosting with { Audit = hosting.Audit ?? access.RecordAsync }, cancellationToken) : null;
            app = Build(platform, options, addresses, tls, access, vpn);
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e)
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
            await access.DisposeAsync();
            if (SocketErrorOf(e) is { } error)
            {
                throw new ContractHostException(Explain(error, addresses), e);
            }

            throw;
        }

        options.Output?.WriteLine($"Serving {platform.Clients.Count} contract{(platform.Clients.Count == 1 ? "" : "s")} at {string.Join(" and ", app.Urls.Select(url => url + "/client"))}");
        return new(app, access);
    }

    /// <summary>Stops; requests under way are answered first, for up to five seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _app.StopAsync();
        }
        finally
        {
            await _app.DisposeAsync();
            await _access.DisposeAsync();
        }
    }

    private static List<ListenAddress> Addresses(ContractHostOptions options)
    {
        var addresses = options.Urls.Select(ListenAddress.Parse).Distinct().ToList();
        if (addresses.Count == 0)
        {
            throw new ContractHostException($"There is no address to listen on; give one such as {ContractHostOptions.DefaultUrl}.");
        }

        if (addresses.Find(address => address.IsTls) is { } secure && options.Certificate is null)
        {
            throw new ContractHostException($"{secure} needs a certificate; give --certificate FILE (PFX, or PEM with --certificate-key FILE).");
        }

        foreach (var remote in addresses.Where(address => !address.IsLoopback))
        {
            if (!remote.IsTls && !options.BehindProxy)
            {
                throw new ContractHostException($"{remote} can be reached by other machines, and whoever is in between could read keys and contracts. Write https:// and give --certificate FILE, or say --behind-proxy when TLS ends in front of this host, or listen on 127.0.0.1.");
            }

            if (options.AnonymousScopes.Count > 0 && !options.AllowRemote)
            {
                throw new ContractHostException($"{remote} can be reached by other machines, and with --anonymous nobody is asked who they are. Make keys instead ('zoo key add'), listen on 127.0.0.1, or say --allow-remote if everybody may read.");
            }
        }

        return addresses;
    }

    /// <summary>An empty builder: no configuration file and no environment variable can add an address to those that were checked.</summary>
    private static WebApplication Build(Platform platform, ContractHostOptions options, List<ListenAddress> addresses, HttpsConnectionAdapterOptions? tls, AccessControl access, VpnParts? vpn)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
            addresses.ForEach(address => address.ListenOn(server, tls));
        });
        if (tls is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestGoodbye);
        Exporters.Add(builder, options.Metrics);
        vpn?.AddTo(builder.Services);
        var app = builder.Build();
        var (watch, gate) = (new RequestWatch(options.RequestLog, options.Time), access.Gate(platform, options));
        app.Use((context, next) =>
        {
            RequestId.Assign(context);
            return watch.AnswerAsync(context, next);
        });
        app.Use((context, next) => Guard.AnswerAsync(context, next, options.Output));
        app.Use(new RouteMemory(gate).RecallAsync);
        app.UseRouting();
        app.Use(gate.EnterAsync);
        app.MapContracts(platform, options.Time).Requires(Scope.ReadContract);
        app.MapOpenApi(platform, HostOperations.Of(options)).Requires(Scope.ReadContract);
        app.MapPage(platform, options.Time).Requires(Scope.ReadContract);
        if (options.Onboarding is { } onboarding)
        {
            app.MapOnboarding(new(platform, onboarding, options.Time), options.Output);
        }

        vpn?.Map(app);
        app.MapHealth(access, options);
        if (options.Metrics)
        {
            app.MapPrometheusScrapingEndpoint("/metrics").Requires(Scope.ReadAll);
        }

        app.MapFallback("{**path}", context => Problem.WriteAsync(context, StatusCodes.Status404NotFound, "There is nothing here; /client lists the clients."));
        return app;
    }

    private static SocketError? SocketErrorOf(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }

    private static string Explain(SocketError error, List<ListenAddress> addresses)
    {
        var where = string.Join(" or ", addresses);
        return error switch
        {
            SocketError.AddressAlreadyInUse => $"Cannot listen on {where}: another program has the port; stop it or choose another port.",
            SocketError.AccessDenied => $"Cannot listen on {where}: this account may not use the port; choose one above 1023.",
            SocketError.AddressNotAvailable => $"Cannot listen on {where}: this machine has no such address; use one of its own, or 127.0.0.1.",
            _ => $"Cannot listen on {where}: the system says {error}; choose another address.",
        };
    }
}
