using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZooInfra.Api.Tests.Page;

/// <summary>A headless Chromium with one tab, driven over the DevTools protocol. Its process and its profile end with it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    public const string Program = "/usr/bin/chromium";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _deadline = new(TimeSpan.FromMinutes(3));
    private readonly ConcurrentQueue<string> _complaints = new();
    private int _lastId;
    private string? _session;

    private Chromium(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <summary>What the page complained about: errors in the console, refused loads, broken policies.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public static async Task<Chromium> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("zoo-chromium-");
        var start = new ProcessStartInfo(Program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank" })
        {
            start.ArgumentList.Add(argument);
        }

        var browser = new Chromium(Process.Start(start)!, profile);
        try
        {
            await browser.ConnectAsync();
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public async Task<JsonObject> SendAsync(string method, JsonObject? parameters = null)
    {
        var id = ++_lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (_session is not null)
        {
            message["sessionId"] = _session;
        }

        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, _deadline.Token);
        while (true)
        {
            var answer = await ReceiveAsync();
            if (answer["id"]?.GetValue<int>() == id)
            {
                return answer["error"] is null ? answer["result"]!.AsObject() : throw new InvalidOperationException($"{method}: {answer["error"]}");
            }
        }
    }

    /// <summary>Goes to a page in a window of this width and waits until it is there.</summary>
    public async Task OpenAsync(Uri page, int width, bool dark = false)
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = width < 500 });
        await SendAsync("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }) });
        await SendAsync("Page.navigate", new() { ["url"] = page.ToString() });
        while (await EvaluateAsync("document.readyState + ' ' + location.href") != "complete " + page)
        {
        }
    }

    public async Task<string> EvaluateAsync(string expression)
        => (await SendAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true }))["result"]!["value"]?.ToString() ?? "";

    /// <summary>The whole page as PNG.</summary>
    public async Task<byte[]> ScreenshotAsync()
        => Convert.FromBase64String((await SendAsync("Page.captureScreenshot", new() { ["captureBeyondViewport"] = true }))["data"]!.GetValue<string>());

    /// <summary>The nodes that assistive technology sees: role and accessible name.</summary>
    public async Task<IReadOnlyList<(string Role, string Name)>> AccessibilityAsync()
        => [.. (await SendAsync("Accessibility.getFullAXTree"))["nodes"]!.AsArray()
            .Where(node => node!["ignored"]?.GetValue<bool>() != true)
            .Select(node => (node!["role"]?["value"]?.ToString() ?? "", node["name"]?["value"]?.ToString() ?? ""))];

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _deadline.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task ConnectAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.IndexOf("ws://", StringComparison.Ordinal) is >= 0 and var at)
            {
                await _socket.ConnectAsync(new Uri(line[at..].Trim()), patience.Token);
                await AttachAsync();
                return;
            }
        }

        throw new InvalidOperationException("Chromium ended before it said where its DevTools are.");
    }

    private async Task AttachAsync()
    {
        var targets = await SendAsync("Target.getTargets");
        var tab = targets["targetInfos"]!.AsArray().First(target => target!["type"]!.GetValue<string>() == "page")!["targetId"]!.GetValue<string>();
        _session = (await SendAsync("Target.attachToTarget", new() { ["targetId"] = tab, ["flatten"] = true }))["sessionId"]!.GetValue<string>();
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network", "Accessibility" })
        {
            await SendAsync(domain + ".enable");
        }
    }

    private async Task<JsonObject> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), _deadline.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        var json = JsonNode.Parse(message.ToArray())!.AsObject();
        if (json["method"]?.GetValue<string>() is "Log.entryAdded" or "Runtime.exceptionThrown")
        {
            _complaints.Enqueue(json["params"]!.ToJsonString());
        }

        return json;
    }
}
